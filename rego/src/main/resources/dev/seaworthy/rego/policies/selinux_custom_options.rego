# METADATA
# title: container runs with an SELinux label of its own
# description: |
#   About types that are none of those that confine containers, and about users and roles. Which types
#   confine depends on the target version. Silent on privileged containers, which SELinux does not
#   confine, and on Windows.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: medium
#   category: confinement
#   remediation: "Remove 'type', 'user' and 'role'; 'level' may stay."
#   aliases: [KSV-0025, K8sPSPSELinuxV2, disallow-selinux]
#   standards: [pss:baseline]
package seaworthy.rules.selinux_custom_options

import data.seaworthy.facts.selinux_types
import data.seaworthy.lib

findings contains lib.finding_below(options.path, ["type"], message) if {
	some written in labels
	options := written.setting
	type := options.value.type
	not is_allowed(type)
	message := sprintf("type '%s'%s %s %s", [type, lib.of_the_pod(options), consequence(type), lib.names(written.containers)])
}

findings contains lib.finding_below(options.path, [name], message) if {
	some written in labels
	options := written.setting
	some name in ["user", "role"]
	options.value[name] != ""
	message := sprintf("%s '%s'%s replaces the runtime's SELinux %s for %s", [name, options.value[name], lib.of_the_pod(options), name, lib.names(written.containers)])
}

labels := lib.written_settings(labelled, ["seLinuxOptions"])

labelled := [container |
	some container in lib.confinable_containers
	container.security.seLinuxOptions.value
]

is_allowed("")

is_allowed(type) if selinux_types[type] <= input.cluster.minor

consequence(type) := "lifts all confinement by SELinux from" if type == "spc_t"

else := "is none of the SELinux types that confine containers, but is set for"
