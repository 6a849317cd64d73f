# METADATA
# title: container serves a port that may take root
# description: |
#   Silent where the sysctl `net.ipv4.ip_unprivileged_port_start` lets anybody open the port, and on
#   Windows, which has no privileged ports.
# related_resources:
#   - https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
#   - https://man7.org/linux/man-pages/man7/capabilities.7.html
# custom:
#   severity: low
#   category: identity
#   profile: strict
#   remediation: >-
#     Serve a port above 1023 and let a Service map the well-known one to it.
#   aliases: [KSV-0117, privileged-ports]
package seaworthy.rules.privileged_container_port

import data.seaworthy.lib

findings contains lib.finding_below(port.path, ["containerPort"], message) if {
	input.workload.os == "linux"
	some port in lib.ports
	number := lib.integer(port.object.containerPort)
	number > 0
	number < first_unprivileged
	message := sprintf("%s serves port %d, which may take root: it is below %d", [port.containerTitle, number, first_unprivileged])
}

first_unprivileged := min({1024} | {start |
	some sysctl in input.workload.security.sysctls
	replace(sysctl.value.name, "/", ".") == "net.ipv4.ip_unprivileged_port_start"
	start := to_number(sysctl.value.value)
})
