# METADATA
# title: container is exempt from seccomp
# description: |
#   About `Unconfined`, as a field or, where annotations still count, as one of those. Silent on
#   privileged containers, which no profile confines, and on Windows.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   category: confinement
#   remediation: "Set the type 'RuntimeDefault', or 'Localhost' with a profile for this software."
#   aliases:
#     - KSV-0104
#     - SeccompUnconfined
#     - linuxHardening
#     - K8sPSPSeccomp
#     - K8sPSPSeccompV2
#     - restrict-seccomp
#   standards: [pss:baseline]
package seaworthy.rules.seccomp_unconfined

import data.seaworthy.lib

findings contains lib.finding(lib.member_path(profile, "type"), message) if {
	some written in lib.written_settings(unconfined, ["seccompProfile"])
	profile := written.setting
	message := sprintf("seccomp profile 'Unconfined'%s lets %s use every system call", [lib.of_the_pod(profile), lib.names(written.containers)])
}

unconfined := [container |
	some container in lib.confinable_containers
	container.security.seccompProfile.value.type == "Unconfined"
]
