# METADATA
# title: container does not drop all capabilities
# description: |
#   Silent on privileged containers, where dropping has no effect, and on Windows. `ALL` in another
#   spelling works, but Pod Security refuses it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://man7.org/linux/man-pages/man7/capabilities.7.html
# custom:
#   severity: low
#   category: capability
#   remediation: "Set 'capabilities: {drop: [ALL]}' and add back the single ones that are needed."
#   aliases:
#     - KSV-0003
#     - KSV-0004
#     - KSV-0106
#     - CKV_K8S_28
#     - CKV_K8S_37
#     - drop-net-raw-capability
#     - insecureCapabilities
#     - CapDropAll
#     - CapDropAny
#     - K8sPSPCapabilities
#     - disallow-capabilities-strict
#     - require-drop-all
#     - require-drop-cap-net-raw
#   standards: [pss:restricted, cis:5.2.8]
package seaworthy.rules.capabilities_drop_all_missing

import data.seaworthy.lib

findings contains lib.finding_below(capabilities.path, ["drop"], message) if {
	some container in lib.linux_containers
	not container.security.privileged.value
	capabilities := container.security.capabilities
	not capabilities.dropsAll
	message := sprintf("%s does not drop 'ALL' capabilities", [container.title])
}

findings contains lib.finding(dropped.path, message) if {
	some container in lib.linux_containers
	not container.security.privileged.value
	capabilities := container.security.capabilities
	capabilities.dropsAll
	not "ALL" in {dropped.written | some dropped in capabilities.drop}
	some dropped in capabilities.drop
	dropped.name == "ALL"
	message := sprintf("%s drops '%s', which Pod Security does not accept as 'ALL'", [container.title, dropped.written])
}
