package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of the user's own: {@code --policy}, {@code --data}, {@code --namespace}. */
class PolicyOptionTest {

  private static final String OWNER =
      """
      # METADATA
      # title: workload has no owner
      # custom:
      #   severity: high
      package policies.owner_missing

      findings contains {"path": ["metadata", "labels", "owner"], "message": message} if {
      	input.workload
      	not input.object.metadata.labels.owner
      	message := sprintf("no owner, %d to choose from", [count(teams)])
      }

      teams contains team if some team in data.teams
      """;

  @TempDir Path folder;

  @BeforeEach
  void beTheRootOfARepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write("deploy/pod.yaml", Manifests.HARDENED);
  }

  @Test
  void policiesOfAFolderAreRules() throws IOException {
    write("policies/owner.rego", OWNER);
    write("policies/data.json", "{\"teams\": [\"a\"]}");
    write("policies/owner_test.rego", "package policies.owner_missing\n\ntest_x if this is broken");
    in(folder)
        .run("check", "--policy", "policies", "deploy")
        .exits(1)
        .prints("high[owner-missing]: no owner, 1 to choose from", "deploy/pod.yaml:3:1")
        .complainsNot();
  }

  @Test
  void theyRunAloneWithoutAProfile() throws IOException {
    write("owner.rego", OWNER);
    write("teams.yaml", "teams: [a]\n");
    write("deploy/pod.yaml", Manifests.PRIVILEGED);
    in(folder)
        .run("check", "--profile=none", "--policy=owner.rego", "--data=teams.yaml", "deploy")
        .exits(1)
        .prints("1 finding", "no owner, 1 to choose from")
        .doesNotPrint("privileged-container");
  }

  @Test
  void theyAreConfiguredLikeOtherRules() throws IOException {
    write("policies/owner.rego", OWNER);
    write("sub/k8s.rego", "package k8s.net\n\nwarn contains \"careful\"\n");
    write(
        "seaworthy.yaml",
        """
        policies: [policies, sub/k8s.rego]
        policyNamespaces: [k8s.net]
        rules:
          owner-missing: {severity: info}
          "k8s-net/warn": {enabled: false}
        """);
    in(folder)
        .run("check", "deploy")
        .exits(0)
        .prints("info[owner-missing]")
        .doesNotPrint("careful");
    in(folder).run("rules").exits(0).prints("owner-missing", "k8s-net/warn");
    in(folder)
        .run("explain", "owner-missing")
        .exits(0)
        .prints("workload has no owner", "Severity: high");
    write("seaworthy.yaml", "policies: [policies]\nrules: {owner-mising: {enabled: false}}\n");
    in(folder).run("check", "deploy").exits(2).complains("Did you mean 'owner-missing'?");
    write("policies/owner.rego", "package policies.owner_missing\n\nfindings contains");
    in(folder).run("check", "deploy").exits(2).complains("policies/owner.rego:3:18", "no rule");
    in(folder)
        .run("check", "--policy", "none", "--profile=none")
        .exits(2)
        .complains("'none' could");
  }

  @Test
  void namesOfPodSecurityAreTaken() throws IOException {
    write("own.rego", OWNER.replace("severity: high", "id: pod-security/privileged"));
    in(folder)
        .run("check", "--policy=own.rego", "deploy")
        .exits(3)
        .prints("there is another rule with the id 'pod-security/privileged'", "--> own.rego:");
  }

  @Test
  void dataWithoutPoliciesIsAnError() {
    in(folder).run("check", "--data", "x.yaml").exits(2).complains("'--data' needs policies");
    in(folder).run("rules", "--namespace=x").exits(2).complains("'--namespace' needs policies");
  }

  @Test
  void namespacesAreThoseOfConftest() throws IOException {
    write(
        "policy/a.rego",
        "package main\n\ndeny[msg] { input.kind == \"Pod\"; msg = \"no pods\" }\n");
    write("policy/b.rego", "package other\n\nwarn contains \"other\"\n");
    in(folder)
        .run("check", "--policy", "policy", "deploy")
        .exits(1)
        .prints("high[main/deny]: no pods")
        .doesNotPrint("other");
    in(folder)
        .run("check", "--policy", "policy", "--namespace", "other", "deploy")
        .exits(0)
        .prints("low[other/warn]: other");
  }

  @Test
  void namesOfBundledRulesCannotBeTaken() throws IOException {
    write(
        "owner.rego",
        OWNER.replace("severity: high", "severity: high\n#   aliases: [privileged-container]"));
    in(folder)
        .run("check", "--policy=owner.rego", "deploy")
        .exits(3)
        .prints("the alias 'privileged-container' is the id of another rule", "owner.rego:6:1");
  }

  @Test
  void conftestPoliciesKnowWhereTheFileIs() throws IOException {
    write("a.rego", "package main\n\ndeny contains data.conftest.file.dir");
    in(folder)
        .run("check", "--profile=none", "--policy=a.rego", "deploy")
        .exits(1)
        .prints("high[main/deny]: " + folder.resolve("deploy"));
  }

  @Test
  void brokenPoliciesAreProblemsAndLoseNothingElse() throws IOException {
    write("policies/owner.rego", OWNER);
    write("policies/syntax.rego", "package a\n\nfindings contains {\n");
    write(
        "policies/unsafe.rego",
        "package b\n\nfindings contains {\"path\": [], \"message\": m} if m != 1\n");
    write("policies/malformed.rego", "package c\n\nfindings contains \"just text\"\n");
    write(
        "policies/endless.rego",
        """
        package d

        findings contains {"path": [], "message": "never"} if {
        	n := numbers.range(1, 100000)
        	count({[a, b] | some a in n; some b in n}) < 0
        }
        """);
    write("policies/binary.rego", "\0\0\0\1");
    Files.write(folder.resolve("evil.tar.gz"), tarGz("../../outside.rego", 1));
    Files.write(folder.resolve("bomb.tar.gz"), tarGz("data.json", 300 << 20));
    write("deploy/pod.yaml", Manifests.PRIVILEGED);

    in(folder)
        .run(
            "check",
            "--policy=policies",
            "--policy=evil.tar.gz",
            "--policy=bomb.tar.gz",
            "--policy=nowhere",
            "deploy")
        .exits(1)
        .prints(
            "high[privileged-container]",
            "high[owner-missing]",
            "--> policies/syntax.rego:4:1",
            "--> policies/unsafe.rego:3:",
            "rego_unsafe_var_error: var m is unsafe",
            "--> policies/malformed.rego:3:1",
            "rule 'c' yields what is no finding on 'Pod web' in 'deploy/pod.yaml'",
            "--> policies/endless.rego:",
            "rule 'd' failed on 'Pod web' in 'deploy/pod.yaml'",
            "more than 5000000 steps",
            "policies/binary.rego",
            "leads out of the bundle",
            "'bomb.tar.gz' could not be read: it expands to more than 268435456 bytes",
            "'nowhere' could not be read")
        .complainsNot();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** An archive with one file of zeros. */
  private static byte[] tarGz(String name, int length) throws IOException {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, String.format(Locale.ROOT, "%011o", length));
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(gzip(header));
    // what is compressed once can be repeated: a file of gzip may have many members
    byte[] block = gzip(new byte[1 << 20]);
    for (int written = 0; written < length; written += 1 << 20) {
      out.write(block);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
