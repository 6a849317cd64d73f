# METADATA
# description: What takes longer, or more memory, than a module may have.
package heavy

loop := count([1 |
	some a in numbers.range(1, 100000)
	some b in numbers.range(1, 100000)
	a == 0 - b
])

memory := count(numbers.range(1, 100000000))

deep := json.unmarshal(concat("", [concat("", ["[" | some _ in numbers.range(1, input.depth)]), concat("", ["]" | some _ in numbers.range(1, input.depth)])]))
