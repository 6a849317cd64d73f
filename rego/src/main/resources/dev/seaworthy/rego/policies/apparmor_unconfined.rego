# METADATA
# title: container is exempt from AppArmor
# description: |
#   About `Unconfined`, as a field or as an annotation. Silent on privileged containers, which run
#   unconfined anyway, and on Windows.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/apparmor/
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/24-apparmor
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   category: confinement
#   remediation: "Remove 'Unconfined', or set 'appArmorProfile: {type: RuntimeDefault}'."
#   aliases:
#     - KSV-0002
#     - linuxHardening
#     - ApparmorUnconfined
#     - K8sPSPAppArmor
#     - restrict-apparmor-profiles
#   standards: [pss:baseline]
package seaworthy.rules.apparmor_unconfined

import data.seaworthy.lib

findings contains lib.finding(lib.member_path(profile, "type"), message) if {
	some written in lib.written_settings(unconfined, ["appArmorProfile"])
	profile := written.setting
	message := sprintf("profile 'Unconfined'%s lifts the runtime's AppArmor rules from %s", [lib.of_the_pod(profile), lib.names(written.containers)])
}

unconfined := [container |
	some container in lib.confinable_containers
	container.security.appArmorProfile.value.type == "Unconfined"
]
