package org.postern.store.parked;

import org.postern.queue.ParkedMessages;
import org.postern.queue.WaitingMail;

class InMemoryParkedMailTest implements ParkedMailContract {
    private final InMemoryParkedMail mail = new InMemoryParkedMail();

    @Override
    public ParkedMessages parked() {
        return mail;
    }

    @Override
    public WaitingMail waiting() {
        return mail;
    }
}
