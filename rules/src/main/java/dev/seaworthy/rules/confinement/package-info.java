/** Rules about the kernel's filters around a container: seccomp. */
@NullMarked
package dev.seaworthy.rules.confinement;

import org.jspecify.annotations.NullMarked;
