# METADATA
# title: container may use every system call
# description: |
#   Silent on privileged containers, which no profile confines, on Windows, and where the nodes give
#   a profile to containers without one. `Unconfined` is left to `seccomp-unconfined`.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2413-seccomp-by-default
# custom:
#   severity: low
#   category: confinement
#   remediation: "Set 'seccompProfile: {type: RuntimeDefault}' for the pod."
#   aliases:
#     - KSV-0030
#     - KSV-0104
#     - CKV_K8S_31
#     - C-0055
#     - C-0210
#     - C-0211
#     - linuxHardening
#     - SeccompAny
#     - container-seccomp-profile
#     - K8sPSPSeccomp
#     - K8sPSPSeccompV2
#     - restrict-seccomp
#     - restrict-seccomp-strict
#   standards: [pss:restricted]
package seaworthy.rules.seccomp_profile_missing

import data.seaworthy.lib

unconfined := [container |
	some container in lib.confinable_containers
	not container.security.seccompProfile.value.confines
]

findings contains lib.finding(profile.path, message) if {
	some container in unconfined
	profile := container.security.seccompProfile
	not lib.is_written(profile)
	not container.security.seccompAnnotation
	message := sprintf("%s has no seccomp profile", [container.title])
}

findings contains {"path": profile.path, "message": message, "related": [related]} if {
	some container in unconfined
	profile := container.security.seccompProfile
	not lib.is_written(profile)
	annotation := container.security.seccompAnnotation
	message := sprintf("%s has no seccomp profile; annotation '%s' has no effect since Kubernetes 1.27", [container.title, annotation.path[count(annotation.path) - 1]])
	related := lib.finding(annotation.path, "this annotation has no effect")
}

findings contains lib.finding(lib.member_path(profile, "type"), message) if {
	some written in lib.written_settings(unconfined, ["seccompProfile"])
	profile := written.setting
	profile.value.type != "Unconfined"
	message := sprintf("%s%s for %s is refused by the API server", [title(profile.value), lib.of_the_pod(profile), lib.names(written.containers)])
}

title(profile) := "seccomp profile without a type" if profile.type == ""

else := "seccomp profile 'Localhost' without 'localhostProfile'" if profile.type == "Localhost"

else := sprintf("seccomp profile '%s'", [profile.type])
