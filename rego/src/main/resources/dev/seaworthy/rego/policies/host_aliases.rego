# METADATA
# title: pod has names of its own for addresses
# related_resources:
#   - https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
# custom:
#   severity: info
#   category: host
#   profile: strict
#   remediation: >-
#     Remove 'hostAliases' and let DNS answer: with a Service of type 'ExternalName' or one without a
#     selector.
#   aliases: [KSV-0007, HostAliases]
package seaworthy.rules.host_aliases

import data.seaworthy.lib

findings contains lib.finding_below(input.workload.path, ["hostAliases"], message) if {
	names := [sprintf("'%s'", [name]) |
		some alias in lib.list(input.workload.spec.hostAliases)
		some name in lib.list(alias.hostnames)
	]
	count(names) > 0
	message := sprintf("pod resolves %s%s by itself, past DNS", [concat(", ", array.slice(names, 0, 3)), rest(count(names) - 3)])
}

rest(more) := "" if more <= 0

else := sprintf(" and %d more", [more])
