# METADATA
# title: container may use every system call
# description: |
#   Silent on privileged containers, which no profile confines, on Windows, and where the nodes give
#   a profile to containers without one. A useless profile of the pod is one thing to mend, however
#   many containers inherit it.
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
#     - SeccompUnconfined
#     - container-seccomp-profile
#     - K8sPSPSeccomp
#     - K8sPSPSeccompV2
#     - restrict-seccomp
#     - restrict-seccomp-strict
#   standards: [pss:restricted]
package seaworthy.rules.seccomp_profile_missing

import data.seaworthy.lib

unconfined := [container |
	some container in lib.linux_containers
	not container.security.privileged.value
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

findings contains lib.finding_below(profile.path, ["type"], message) if {
	some container in unconfined
	profile := container.security.seccompProfile
	profile.origin == "container"
	message := sprintf("%s has %s", [container.title, useless(profile.value)])
}

findings contains lib.finding(place(profile), message) if {
	some profile in inherited
	bearers := [container | some container in unconfined; container.security.seccompProfile.path == profile.path]
	message := sprintf("%s of the pod applies to %s%s", [title(profile.value), lib.names(bearers), refusal(profile.value)])
}

inherited contains profile if {
	some container in unconfined
	profile := container.security.seccompProfile
	profile.origin in {"pod", "annotation"}
}

useless(profile) := concat("", [title(profile), refusal(profile)])

title(profile) := "a seccomp profile without a type" if profile.type == ""

else := sprintf("seccomp profile '%s'", [profile.type])

refusal(profile) := "" if profile.type == "Unconfined"

else := ", which the API server refuses"

# an annotation is no object with a type
place(profile) := profile.path if profile.origin == "annotation"

else := array.concat(profile.path, ["type"])
