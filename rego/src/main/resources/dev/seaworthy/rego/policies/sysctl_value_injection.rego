# METADATA
# title: value of a kernel parameter sets others
# description: |
#   CRI-O before 1.19.6, 1.20.7, 1.21.6, 1.22.3 and 1.23.2 took `+` and `=` in a value for the next
#   parameter, such as `kernel.core_pattern`: root on the node. Silent on Windows.
# related_resources:
#   - https://nvd.nist.gov/vuln/detail/CVE-2022-0811
#   - https://github.com/cri-o/cri-o/security/advisories/GHSA-6x2m-w449-qwx7
# custom:
#   severity: high
#   category: confinement
#   remediation: "Remove the parameter: no safe one has a value with '+' or '='."
#   aliases: [prevent-cr8escape]
package seaworthy.rules.sysctl_value_injection

import data.seaworthy.lib

findings contains lib.finding_below(sysctl.path, ["value"], message) if {
	input.workload.os == "linux"
	some sysctl in input.workload.security.sysctls
	is_string(sysctl.value.name)
	regex.match(`[+=]`, sysctl.value.value)
	message := sprintf("value '%s' sets more sysctls than '%s' where CRI-O has the flaw CVE-2022-0811", [sysctl.value.value, sysctl.value.name])
}
