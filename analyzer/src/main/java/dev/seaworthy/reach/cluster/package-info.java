/**
 * The steps from a pod's service account to a node or the cluster: what its roles allow, and which
 * other accounts that leads to.
 */
@NullMarked
package dev.seaworthy.reach.cluster;

import org.jspecify.annotations.NullMarked;
