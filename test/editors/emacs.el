;; -*- lexical-binding: t -*-
;; A third, independent client of the stdio server: Emacs' own, eglot. Run in batch on one file by run-emacs.mjs;
;; every check prints `ok …` or `FAIL …`, and the last line counts them.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'cl-lib)

(defvar checks-passed 0)
(defvar checks-failed 0)

(defun say (format-string &rest values)
  (princ (apply #'format (concat format-string "\n") values)))

(defun check (title condition seen)
  (if condition
      (progn (cl-incf checks-passed) (say "ok   %s" title))
    (cl-incf checks-failed)
    (say "FAIL %s: %S" title seen)))

(defun finish ()
  (say "%d passed, %d failed" checks-passed checks-failed)
  (kill-emacs (if (= checks-failed 0) 0 1)))

(defun wait-for (title probe)
  "Lets the server speak until PROBE gives something, for ten seconds at most."
  (let ((end (+ (float-time) 10)) found)
    (while (and (not (setq found (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (check title found "nothing within 10 s")
    (unless found (finish))
    found))

;; What docs/editeurs.md has the user write.
(define-derived-mode segur-mode js-mode "Ségur")
(add-to-list 'auto-mode-alist '("\\.\\(avance\\|solde\\)\\.json\\'" . segur-mode))
(add-to-list 'eglot-server-programs
             `((segur-mode :language-id "segur-demande") . ("node" ,(getenv "SEGUR_CLI") "lsp" "--stdio")))

(find-file (car (last command-line-args)))
(apply #'eglot (eglot--guess-contact))
(check "the server starts without initialisation options" (eglot-current-server) nil)

;; eglot writes source and code before the sentence.
(defun findings (code)
  (cl-remove-if-not
   (lambda (found) (string-match-p (format "^segur \\[%s\\]" code) (flymake-diagnostic-text found)))
   (flymake-diagnostics)))

(let* ((found (wait-for "diagnostics arrive, with their source and code"
                        (lambda () (flymake-start) (findings "litteral-invalide"))))
       (beginning (flymake-diagnostic-beg (car found)))
       (actions (eglot-code-actions beginning (flymake-diagnostic-end (car found)) "quickfix"))
       (edit (plist-get (cl-find-if (lambda (action) (plist-get action :edit)) actions) :edit)))
  (check "a quick fix is offered" edit actions)
  (goto-char (point-min))
  (search-forward "typeDe")
  (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                (eglot--TextDocumentPositionParams))))
    (check "hover tells what a tag is" (string-match-p "typeDemande" (format "%S" hover)) hover))
  (goto-char beginning)
  (let* ((completion (eglot-completion-at-point))
         (offered (all-completions "" (nth 2 completion))))
    (check "completion offers true for a boolean" (member "true" offered) offered))
  (when edit
    ;; Newer versions also want to know who asks.
    (apply #'eglot--apply-workspace-edit edit
           (and (> (car (func-arity #'eglot--apply-workspace-edit)) 1) '(test)))
    ;; In batch no idle time comes, at which eglot would tell the change by itself.
    (eglot--signal-textDocument/didChange)
    (wait-for "the fix takes its finding away"
              (lambda () (flymake-start) (not (findings "litteral-invalide"))))
    (check "true stands in its place" (string-match-p "\"assujettiTVA\": true" (buffer-string)) (buffer-string))))
(finish)
