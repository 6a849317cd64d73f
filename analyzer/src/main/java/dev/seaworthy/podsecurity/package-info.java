/**
 * The Pod Security Standards, judged as the admission plugin of the API server judges them.
 *
 * <p>Start with {@link dev.seaworthy.podsecurity.PodSecurity}.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 *     Standards</a>
 */
@NullMarked
package dev.seaworthy.podsecurity;

import org.jspecify.annotations.NullMarked;
