# METADATA
# title: container is a process of the Windows node itself
# description: Whatever the pod says of its operating system, as many Windows pods say nothing.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: high
#   category: privilege
#   remediation: "Remove 'hostProcess', and run what must change the node as a service of the node."
#   aliases: [KSV-0103, hostProcess, C-0211, K8sPSPHostProcess, disallow-host-process]
#   standards: [pss:baseline, cis:5.2.11]
package seaworthy.rules.windows_host_process

import data.seaworthy.lib

findings contains lib.finding(process.path, message) if {
	some written in lib.written_settings(processes, ["windows", "hostProcess"])
	process := written.setting
	message := sprintf("'hostProcess'%s runs %s on the Windows node itself, outside any container", [lib.of_the_pod(process), lib.names(written.containers)])
}

processes := [container |
	some container in input.workload.containers
	container.security.windows.hostProcess.value
]
