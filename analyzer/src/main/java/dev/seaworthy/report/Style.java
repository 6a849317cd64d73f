package dev.seaworthy.report;

import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Severity;

/** What text in a terminal can look like: the 16 colours that every theme defines. */
enum Style {
  CRITICAL("1;37;41"),
  HIGH("1;31"),
  MEDIUM("1;33"),
  LOW("1;36"),
  INFO("1;32"),
  PROBLEM("1;35"),
  STRONG("1"),
  FRAME("1;34");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  static Style of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
      case INFO -> INFO;
    };
  }

  /** That of the severity of the rule that reports workloads of a verdict. */
  static Style of(Verdict verdict) {
    return switch (verdict) {
      case TAKES_CLUSTER -> CRITICAL;
      case TAKES_NODE -> HIGH;
      case SEES_HOST, ROOT_IN_CONTAINER, CONTAINED -> INFO;
    };
  }

  String on() {
    return "\u001b[" + code + "m";
  }

  String off() {
    return "\u001b[0m";
  }
}
