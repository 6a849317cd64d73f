package seaworthy.lib

# METADATA
# description: |
#   The capabilities that containers ask for and get, as an array of `{"container", "capability"}`.
#   What the same container drops by that name it does not get: runtimes add first and drop then, save
#   that `ALL` goes before single names. They ignore letter case; containerd takes a name with `CAP_`
#   for another one.
added_capabilities := [{"container": container, "capability": capability} |
	some container in linux_containers
	some capability in container.security.capabilities.add
	not capability.name in {upper(dropped.written) | some dropped in container.security.capabilities.drop}
]

# METADATA
# description: |
#   What an added capability lets a container do, as the end of a message. Kubernetes sets no ambient
#   capabilities: a user other than root starts without any, and only a program that the kernel gives
#   privileges to can take up those that were added.
capability_power(container, power) := sprintf(", which lets it %s", [power]) if not is_never_root(container)

else := ", which has no effect as long as its user is not root and may not gain privileges" if may_not_gain_privileges(container)

else := sprintf(", which lets programs with file capabilities or a set-user-ID bit %s: its user is not root", [power])

# METADATA
# description: |
#   Whether a container is known to start as another user than root, or not at all.
is_never_root(container) if container.security.runAsUser.value > 0

is_never_root(container) if {
	container.security.runAsNonRoot.value
	object.get(container.security.runAsUser, "value", 1) != 0
}

# METADATA
# description: Whether the kernel gives no program of a container more privileges than its parent has.
may_not_gain_privileges(container) if {
	container.security.allowPrivilegeEscalation.value == false
	not container.security.privileged.value
}
