package dev.seaworthy.model;

/**
 * What applies to a container on Windows. Unlike other options, these are inherited one by one.
 *
 * @param hostProcess whether the container is a process of the host itself
 * @param runAsUserName the Windows user; the image decides where nobody sets it
 * @param gmsaCredentialSpecName the name of the group-managed service account's spec
 * @param gmsaCredentialSpec the spec itself, which an admission webhook fills in
 */
public record WindowsSecurity(
    Setting<Boolean> hostProcess,
    Setting<String> runAsUserName,
    Setting<String> gmsaCredentialSpecName,
    Setting<String> gmsaCredentialSpec) {}
