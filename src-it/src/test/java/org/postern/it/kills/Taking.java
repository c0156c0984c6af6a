package org.postern.it.kills;

/**
 * One time that the next hop took a message.
 *
 * @param number of the message
 * @param attempt which of all the times it was handed in to the victim
 * @param life of the victim: the first ends with the first kill
 */
record Taking(int number, int attempt, int life, Progress progress) {

    /** How far the 250 has come; written by the thread of its session. */
    static final class Progress {
        private volatile boolean read;

        /** The victim has taken the 250 out of its connection. */
        void read() {
            read = true;
        }
    }

    /** {@return whether the victim had the 250 in its hands: otherwise it could not know, and has to deliver again} */
    boolean isRead() {
        return progress.read;
    }
}
