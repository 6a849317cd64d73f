package policy

limit := 3

deny contains msg if {
	some name, count in input
	count > limit
	msg := sprintf("too many of %s", [name])
}
