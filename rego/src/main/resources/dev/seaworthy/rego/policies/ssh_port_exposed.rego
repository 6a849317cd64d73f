# METADATA
# title: container serves SSH
# related_resources:
#   - https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/
# custom:
#   severity: low
#   category: host
#   remediation: >-
#     Remove the SSH server and the port; 'kubectl exec' and 'kubectl debug' give a shell under the
#     cluster's own access control.
#   aliases: [C-0042, ssh-port]
package seaworthy.rules.ssh_port_exposed

import data.seaworthy.lib

findings contains lib.finding_below(port.path, ["containerPort"], message) if {
	some port in lib.ports
	lib.integer(port.object.containerPort) == 22
	object.get(port.object, "protocol", "TCP") in {"TCP", "", null}
	message := sprintf("%s serves port 22: logins by SSH bypass the API server's access control and audit log", [port.containerTitle])
}
