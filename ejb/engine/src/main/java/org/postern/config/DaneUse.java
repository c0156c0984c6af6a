package org.postern.config;

/** Whether DANE is looked at. */
public enum DaneUse {
    /** No. */
    OFF,
    /** As soon as the name servers were seen to hand on signatures that lead to the root. */
    AUTO,
    /** Always: where the name servers do not hand on signatures, mail waits. */
    ON
}
