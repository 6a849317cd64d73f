package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidVolumeTest {

  private final RuleTester rule = RuleTester.of(new InvalidVolume());

  @Test
  void flagsPathsThatLeaveTheVolume() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: a, hostPath: {path: /a/../b}} #! a path of the host has no '..', and '/a/../b' does
            - name: b
              configMap:
                name: b
                items:
                  - {key: k, path: ../x} #! 'path' '../x' is no path within the volume
                  - {key: k, path: /x} #! 'path' '/x' is no path within
                  - {key: k, path: ..x} #! 'path' '..x' starts with '..', which is reserved
                  - {key: k, path: a/..x}
            - {name: c, gitRepo: {repository: r, directory: ..}} #! 'directory' '..' is no path within
            - {name: d, hostPath: {path: /a..b}}
          containers: [{name: app}]
        """);
  }

  @Test
  void flagsTwoFilesAtOnePathOfAProjectedVolume() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - name: a
              projected:
                sources:
                  - secret: {name: a, items: [{key: k, path: p}]}
                  - configMap: {name: a, items: [{key: k, path: p}]} #! the volume has two files at 'p'
                  - serviceAccountToken: {path: ../t} #! 'path' '../t' is no path within the volume
            - {name: b, secret: {secretName: b, items: [{key: a, path: p}, {key: b, path: p}]}}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 29)))
        .check(yaml.replaceAll("(t}) #!.*", "$1"));
  }

  @Test
  void flagsSizesBelowNothingAndClaimsWithAName() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: a, emptyDir: {sizeLimit: -1Gi}} #! 'sizeLimit' '-1Gi' is less than nothing
            - {name: b, emptyDir: {sizeLimit: 0}}
            - name: c
              ephemeral:
                volumeClaimTemplate:
                  metadata:
                    name: data #! the claim of an ephemeral volume has no 'name': remove it
                    creationTimestamp: null
                    labels: {a: b}
          containers: [{name: app}]
        """);
  }

  @Test
  void anImageMayComeLaterInATemplateOnly() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: a, image: {pullPolicy: Always}} #! an 'image' volume of a pod needs a 'reference'
            - {name: b, image: {reference: registry.example/data:1}}
          containers: [{name: app}]
        """;
    rule.check(pod);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 34))).check(pod.replaceAll("#!.*", ""));
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec: {template: {spec: {volumes: [{name: a, image: {}}], containers: [{name: app}]}}}
        """);
  }

  @Test
  void flagsDisksWhoseFieldsDoNotFit() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: a, iscsi: {targetPortal: a, iqn: storage, lun: 0}} #! 'storage' is no name of iSCSI
            - name: b
              iscsi:
                targetPortal: a
                iqn: iqn.2001-04.com.example:disk
                lun: 0
                chapAuthSession: true #! 'chapAuthSession' needs a 'secretRef'
            - {name: c, fc: {lun: 1}} #! an 'fc' volume needs 'targetWWNs' or 'wwids'
            - {name: d, fc: {targetWWNs: [a]}} #! an 'fc' volume with 'targetWWNs' needs a 'lun'
            - name: e
              fc:
                lun: 1
                targetWWNs: [a]
                wwids: [a] #! an 'fc' volume has either 'targetWWNs' or 'wwids'
            - {name: f, fc: {wwids: [a]}}
            - {name: g, azureDisk: {diskName: a, diskURI: /subscriptions/a}} #! the 'diskURI' of a 'Shared' disk starts with 'https://'
            - {name: h, azureDisk: {kind: Managed, diskName: a, diskURI: /subscriptions/a}}
            - {name: i, azureDisk: {kind: Managed, diskName: a, diskURI: "https://a"}} #! 'Managed' disk starts with '/subscriptions/'
          containers: [{name: app}]
        """);
  }
}
