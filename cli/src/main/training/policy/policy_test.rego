package policy_test

import data.policy

test_deny if count(policy.deny) == 1 with input as {"a": 2, "b": 4}

test_fails if policy.limit == 4
