# METADATA
# title: container starts sudo
# description: |
#   Looks at `command` and `args`: at the program that they start and, in the scripts of shells, at
#   words in the place of a command. Silent on Windows.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
#   - https://docs.kernel.org/userspace-api/no_new_privs.html
# custom:
#   severity: low
#   category: privilege
#   profile: strict
#   remediation: >-
#     Start the program as the user that it needs, with 'runAsUser'; move a step that needs root to
#     an init container.
#   aliases: [C-0062]
package seaworthy.rules.sudo_in_entrypoint

import data.seaworthy.lib

findings contains lib.finding(array.concat(container.path, started.path), message) if {
	some container in lib.linux_containers
	words := entrypoint(container)
	some i, started in words
	contains(started.word, "sudo")
	starts_sudo(words, i)
	message := sprintf("%s starts 'sudo'%s", [container.title, consequence(container)])
}

entrypoint(container) := array.concat(words(container, "command"), words(container, "args"))

words(container, field) := [{"path": [field, i], "word": word} |
	some i, word in lib.list(container.object[field])
]

starts_sudo(words, i) if {
	regex.match(`^(/\S*/)?sudo$`, words[i].word)
	starts_program(words, i)
}

starts_sudo(words, i) if {
	regex.match(`^-[a-z]*c$`, words[i - 1].word)
	regex.match(script, words[i].word)
}

starts_program(_, 0)

starts_program(words, i) if regex.match(`^(--|(/\S*/)?(env|exec|nice|nohup|setsid|tini|dumb-init))$`, words[i - 1].word)

# at the start of a command, after variables that are set for it
script := `(?m)(^|[;&|({!\x60]|\b(then|do|else|if|while|until|exec|env|time)\s)\s*(\w+=\S*\s+)*(/\S*/)?sudo(\s|$)`

consequence(container) := ", which fails as 'allowPrivilegeEscalation' is false" if {
	lib.may_not_gain_privileges(container)
	lib.is_never_root(container)
} else := " to become root"
