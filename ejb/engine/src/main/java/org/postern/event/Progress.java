package org.postern.event;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** How far a message has come, for one recipient or as a whole. */
public enum Progress {
    /** Never ours: a client was given a 4xx or 5xx. */
    REFUSED(false),
    /** Ours, and moving. */
    ON_THE_WAY(true),
    /** Ours, and set aside until a time or for a person. */
    WAITING(true),
    /** The next server or the application has it. */
    DELIVERED(false),
    /** Given up; the sender was told where that is allowed. */
    FAILED(false),
    /** Ended by a person or a rule, without a report. */
    DROPPED(false);

    private final boolean open;

    Progress(boolean open) {
        this.open = open;
    }

    /** {@return whether more is to come} */
    public boolean isOpen() {
        return open;
    }

    /** {@return what a step of this kind leads to} */
    public static Progress after(EventKind kind) {
        return switch (kind) {
            case REFUSED -> REFUSED;
            case RECEIVED, SUBMITTED, ROUTED, RELEASED -> ON_THE_WAY;
            case DEFERRED, PARKED -> WAITING;
            case EXPANDED, HANDED_OVER, DELIVERED -> DELIVERED;
            case FAILED, BOUNCED, BOUNCED_BACK -> FAILED;
            case DROPPED -> DROPPED;
        };
    }

    /** {@return the kinds of steps that lead to it} */
    public Set<EventKind> kinds() {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            if (after(kind) == this) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /**
     * {@return the progress of a message whose recipients have come this far} What is still open counts most, then what went
     * wrong. Without any recipient it is {@link #ON_THE_WAY}.
     */
    public static Progress of(Collection<Progress> recipients) {
        for (Progress first : new Progress[]{ON_THE_WAY, WAITING, FAILED, DROPPED, DELIVERED, REFUSED}) {
            if (recipients.contains(first)) {
                return first;
            }
        }
        return ON_THE_WAY;
    }
}
