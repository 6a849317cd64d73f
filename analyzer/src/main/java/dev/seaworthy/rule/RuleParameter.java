package dev.seaworthy.rule;

/**
 * What users can set of a rule.
 *
 * @param name the name, in camel case
 * @param description what it means: a phrase without a full stop
 * @param defaultValue the value unless users set another, which must be of the same type
 */
public record RuleParameter(String name, String description, ParameterValue defaultValue) {}
