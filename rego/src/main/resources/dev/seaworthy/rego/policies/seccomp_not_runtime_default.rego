# METADATA
# title: seccomp profile lies on the nodes
# description: |
#   About `Localhost`: it may confine better than the runtime's profile, or not at all. Silent on
#   privileged containers, which no profile confines, and on Windows.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
# custom:
#   profile: all
#   severity: info
#   category: confinement
#   remediation: "Review the profile on the nodes, or set the type 'RuntimeDefault'."
#   aliases: [CKV_K8S_31, C-0210, K8sPSPSeccomp, K8sPSPSeccompV2]
#   standards: [cis:5.7.2]
package seaworthy.rules.seccomp_not_runtime_default

import data.seaworthy.lib

findings contains lib.finding(lib.member_path(profile, "type"), message) if {
	some written in lib.written_settings(lib.confinable_containers, ["seccompProfile"])
	profile := written.setting
	profile.value.type == "Localhost"
	profile.value.confines
	file := profile.value.localhostProfile
	message := sprintf("seccomp profile '%s'%s for %s lies on the nodes: what it allows is not seen here", [file, lib.of_the_pod(profile), lib.names(written.containers)])
}
