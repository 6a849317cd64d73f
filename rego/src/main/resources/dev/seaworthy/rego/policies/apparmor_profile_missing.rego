# METADATA
# title: container does not ask for AppArmor
# description: |
#   Runtimes confine such a container on nodes that have AppArmor; on others it runs without a word,
#   where a profile would make the kubelet refuse it. Silent on privileged containers and on Windows.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/apparmor/
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/24-apparmor
# custom:
#   profile: all
#   severity: info
#   category: confinement
#   remediation: "Set 'appArmorProfile: {type: RuntimeDefault}' for the pod, if all nodes have AppArmor."
#   aliases: [ApparmorAny, linuxHardening]
package seaworthy.rules.apparmor_profile_missing

import data.seaworthy.lib

findings contains lib.finding(place(container), message) if {
	some container in lib.confinable_containers
	container.security.appArmorProfile.origin == "unknown"
	message := sprintf("%s asks for no AppArmor profile, so it starts unconfined where a node has no AppArmor", [container.title])
}

place(container) := container.security.appArmorProfile.path if input.cluster.minor >= 30

else := array.concat(input.workload.metadataPath, ["annotations", sprintf("container.apparmor.security.beta.kubernetes.io/%s", [container.name])])
