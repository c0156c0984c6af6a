package org.postern.admin.learn;

import org.postern.admin.access.AuditInMemory;
import org.postern.content.learn.LiveModel;
import org.postern.content.teach.InMemoryLearning;
import org.postern.queue.WaitingMail;

import java.time.InstantSource;

/** A desk at which others teach. */
public final class SomeLearning {
    private SomeLearning() {}

    public static LearningDesk desk(InMemoryLearning kept, WaitingMail waiting) {
        return new LearningDesk(kept, kept, new LiveModel(), waiting, new AuditInMemory(), InstantSource.system());
    }
}
