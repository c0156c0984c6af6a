package org.postern.config;

/** How far a rule goes that not every honest client keeps. */
public enum Strictness {
    /** Nothing is asked. */
    OFF,
    /** What is found is noted, nobody is refused. */
    NOTE,
    /** Who does not keep it is refused. */
    REFUSE
}
