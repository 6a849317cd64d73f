package dev.seaworthy.helm.render;

import java.util.Optional;

/**
 * A place in a template, as Helm names it.
 *
 * @param template the chart's name and the file in it, such as {@code shop/templates/web.yaml}, or
 *     {@code shop/charts/redis/templates/service.yaml} in a dependency
 * @param line 1-based
 * @param column 1-based, in bytes of UTF-8; there is one only with a line
 */
public record TemplatePlace(String template, Optional<Integer> line, Optional<Integer> column) {

  static TemplatePlace of(String template) {
    return new TemplatePlace(template, Optional.empty(), Optional.empty());
  }
}
