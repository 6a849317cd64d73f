package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSnifferTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\n\t- broken",
        "kind: Pod",
        "kind:Pod",
        "# a comment\r\nkind : Pod",
        "{{ if .Values.enabled }}\rkind: Pod\r{{ end }}",
        "\"kind\": \"Pod\"",
        "'apiVersion': v1",
        "  apiVersion: v1\n  kind: Pod",
        "- apiVersion: v1\n  kind: Pod",
        "- kind: Pod\n- - apiVersion: v1",
        "{\n  \"kind\": \"Pod\",\n  \"apiVersion\": \"v1\"",
        "{\"metadata\":{},\"kind\":\"Pod\",\"apiVersion\":\"v1\"",
        "[{kind: Pod, apiVersion: v1",
      })
  void recognisesABrokenManifest(String text) {
    assertThat(ManifestSniffer.looksLikeManifest(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: app\n  bad",
        "kindness: a lot\napiVersions: none",
        "mykind: x",
        "# kind: Pod\n# apiVersion: v1",
        "  kind: Pod",
        "  kind: Pod\n  kind: Service",
        "a sentence that says kind: Pod and apiVersion: v1",
        "\"kind: Pod",
        "'kind\": Pod",
        "kind\n: Pod",
        "kind",
        "\"kind",
        "apiVersion ",
        "value: \"x apiVersion: v1\"\nother: \"x kind: Pod\"",
      })
  void isNotFooledByOtherText(String text) {
    assertThat(ManifestSniffer.looksLikeManifest(text)).isFalse();
  }

  @Test
  void looksAtBytesThatBreakOffOrAreNoText() {
    byte[] start = "metadata: \u00e9\napiVersion: v1\nx: \u00e9".getBytes(StandardCharsets.UTF_8);

    assertThat(ManifestSniffer.looksLikeManifest(Arrays.copyOf(start, start.length - 1))).isTrue();
    assertThat(ManifestSniffer.looksLikeManifest(new byte[] {(byte) 0xff, '\n', 'x'})).isFalse();
  }

  @Test
  void looksBehindAByteOrderMark() {
    byte[] utf8 = "\uFEFFkind: Pod".getBytes(StandardCharsets.UTF_8);
    byte[] utf16 = "\uFEFFkind: Pod".getBytes(StandardCharsets.UTF_16LE);

    assertThat(ManifestSniffer.looksLikeManifest(utf8)).isTrue();
    assertThat(ManifestSniffer.looksLikeManifest(utf16)).isTrue();
  }

  @Test
  void takesLinearTime() {
    String blanks = " ".repeat(2_000_000);
    String keys = "x kind".repeat(300_000);
    String dashes = "-".repeat(2_000_000);
    String text = "x" + blanks + keys + blanks + dashes + "kind" + blanks;

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(ManifestSniffer.looksLikeManifest(text)).isFalse());
  }
}
