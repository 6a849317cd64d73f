package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidStorageClassTest {

  private final RuleTester rule = RuleTester.of(new InvalidStorageClass());

  @Test
  void flagsProvisionersThatAreNone() {
    rule.check(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: x}
        provisioner: disk driver #! provisioner 'disk driver' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
        allowedTopologies:
          - matchLabelExpressions:
              - key: topology.kubernetes.io/zone
                values:
                  - a
                  - a #! the topology has 'a' twice
        """);
  }

  @Test
  void takesADriverInCapitals() {
    rule.check(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: x}
        provisioner: Disk.example.com/SSD
        """);
  }
}
