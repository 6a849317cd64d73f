package ingress_test

import data.ingress

test_host_of_its_namespace_is_permitted if {
	count(ingress.deny) == 0 with input as ingress_in("shop", "www.shop.example.com")
}

test_host_of_another_namespace_is_denied if {
	ingress.deny == {"host 'www.shop.example.com' is not permitted in namespace 'blog'"} with input as ingress_in(
		"blog",
		"www.shop.example.com",
	)
}

test_permitted[name] if {
	some name, case in {
		"below the domain": {"host": "www.shop.example.com", "permitted": true},
		"the domain itself": {"host": "shop.example.com", "permitted": false},
		"another domain": {"host": "www.example.org", "permitted": false},
	}
	denied := ingress.deny with input as ingress_in("shop", case.host)
	case.permitted == (count(denied) == 0)
}

ingress_in(namespace, host) := {
	"kind": "Ingress",
	"metadata": {"namespace": namespace},
	"spec": {"rules": [{"host": host}]},
}
