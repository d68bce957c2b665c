-- A second, independent client of the stdio server: Neovim's own. Run headless on one file by run-neovim.mjs;
-- every check prints `ok …` or `FAIL …`, and the last line counts them.
local passed, failed = 0, 0

local function check(title, condition, seen)
  if condition then
    passed = passed + 1
    io.stdout:write('ok   ' .. title .. '\n')
  else
    failed = failed + 1
    io.stdout:write('FAIL ' .. title .. ': ' .. vim.inspect(seen) .. '\n')
  end
end

local function finish()
  io.stdout:write(string.format('%d passed, %d failed\n', passed, failed))
  vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
end

local function wait(title, condition)
  local met = vim.wait(10000, condition, 20)
  check(title, met, 'nothing within 10 s')
  if not met then finish() end
end

local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'segur-sons',
  cmd = { 'node', os.getenv('SEGUR_CLI'), 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
check('the server starts without initialisation options', id ~= nil, id)
vim.lsp.buf_attach_client(buffer, id)

local function with_code(code)
  return vim.tbl_filter(function(d) return d.code == code end, vim.diagnostic.get(buffer))
end

wait('diagnostics arrive', function() return #with_code('litteral-invalide') > 0 end)
local diagnostic = with_code('litteral-invalide')[1]
check('their source is ours', diagnostic.source == 'segur', diagnostic)

local client = vim.lsp.get_client_by_id(id)
local document = { uri = vim.uri_from_bufnr(buffer) }
local here = {
  start = { line = diagnostic.lnum, character = diagnostic.col },
  ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
}
local function request(method, params)
  local answer = client.request_sync(method, vim.tbl_extend('force', { textDocument = document }, params), 5000, buffer)
  return answer and answer.result
end

local actions = request('textDocument/codeAction', { range = here, context = { diagnostics = {} } })
check('a quick fix is offered', actions and actions[1] and actions[1].edit ~= nil, actions)
local hover = request('textDocument/hover', { position = { line = 1, character = 5 } })
check('hover tells what a tag is', hover and hover.contents.value:find('typeDemande') ~= nil, hover)
local completion = request('textDocument/completion', { position = here.start })
check('completion offers true for a boolean', vim.inspect(completion):find('"true"') ~= nil, completion)

if actions and actions[1] then
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  wait('the fix takes its finding away', function() return #with_code('litteral-invalide') == 0 end)
end
finish()
