# METADATA
# title: container waits for somebody to type
# related_resources:
#   - https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/
# custom:
#   severity: info
#   category: hygiene
#   profile: strict
#   remediation: "Remove 'stdin' and 'tty'; 'kubectl exec -it' opens a shell without them."
#   aliases: [K8sDisallowInteractiveTTY]
package seaworthy.rules.interactive_tty_or_stdin

import data.seaworthy.lib

findings contains lib.finding_below(container.path, [field], message) if {
	some container in input.workload.containers
	some field, thing in {"stdin": "its standard input open", "tty": "a terminal"}
	container.object[field] == true
	message := sprintf("%s keeps %s for whoever attaches to it", [container.title, thing])
}
