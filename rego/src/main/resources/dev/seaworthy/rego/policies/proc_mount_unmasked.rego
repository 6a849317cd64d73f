# METADATA
# title: container sees all of /proc
# description: |
#   Silent in a user namespace, which is what the field is for, on privileged containers, which have
#   nothing masked anyway, and on Windows.
# related_resources:
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/4265-proc-mount
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   category: confinement
#   remediation: "Remove 'procMount', or give the pod a user namespace with 'hostUsers: false'."
#   aliases: [unsafe-proc-mount, procMount, KSV-0027, C-0211, K8sPSPProcMount, disallow-proc-mount]
#   standards: [pss:baseline]
package seaworthy.rules.proc_mount_unmasked

import data.seaworthy.lib

findings contains lib.finding(mount.path, message) if {
	input.workload.userNamespace == "host"
	some container in lib.confinable_containers
	mount := container.security.procMount
	mount.value == "Unmasked"
	message := sprintf("%s sees all of '/proc' and can write to it%s", [container.title, refusal])
}

# KEP-4265
default refusal := ""

refusal := ", which the API server refuses without 'hostUsers: false'" if {
	input.cluster.minor >= 30
	input.workload.security.hostUsers.value
}
