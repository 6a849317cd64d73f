package dev.seaworthy.report.graph;

/** What drawings look like, on a light screen and on a dark one. */
final class SvgStyle {

  /** A style sheet; verdicts are classes. */
  static final String SHEET =
      """
      text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328; }
      .heading { font-size: 16px; font-weight: bold; }
      .title { font-size: 12px; }
      .small { font-size: 10px; fill: #424a53; }
      .page { fill: #ffffff; }
      .link { fill: none; stroke: #6e7781; stroke-width: 1.3; }
      .tip { fill: #6e7781; }
      .contained { fill: #f6f8fa; stroke: #8c959f; }
      .root-in-container { fill: #ddf4ff; stroke: #0969da; }
      .sees-the-host { fill: #fff8c5; stroke: #9a6700; }
      .takes-the-node { fill: #ffe2c7; stroke: #bc4c00; }
      .takes-the-cluster { fill: #ffdcd8; stroke: #cf222e; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .small { fill: #b1bac4; }
        .page { fill: #0d1117; }
        .link { stroke: #8b949e; }
        .tip { fill: #8b949e; }
        .contained { fill: #161b22; stroke: #6e7681; }
        .root-in-container { fill: #0c2d6b; stroke: #58a6ff; }
        .sees-the-host { fill: #4b2900; stroke: #d29922; }
        .takes-the-node { fill: #5a1e02; stroke: #f0883e; }
        .takes-the-cluster { fill: #67060c; stroke: #ff7b72; }
      }
      """;

  private SvgStyle() {}
}
