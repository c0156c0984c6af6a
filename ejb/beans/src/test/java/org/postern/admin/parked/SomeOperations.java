package org.postern.admin.parked;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.mail.QueueIds;
import org.postern.store.parked.ManyParked;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;

/** Operations that wait until a test lets them go on, on the thread of the test. */
public final class SomeOperations {
    private final ManyParked parked = new ManyParked();
    private final AuditInMemory audit = new AuditInMemory();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Operations operations;
    private boolean isAllowed = true;
    private boolean isFull;

    public SomeOperations(InstantSource clock) {
        operations = new Operations(executor(), parked.waiting(),
                new ParkedActs(parked.waiting(), null, null, null, null, clock), queue -> OptionalLong.of(0),
                new Settings(SettingsCatalogue.ALL, Map.of()), new QueueIds(clock, new Random(1)), audit,
                (caller, needed) -> isAllowed, clock);
    }

    private ManagedExecutorService executor() {
        return (ManagedExecutorService) Proxy.newProxyInstance(ManagedExecutorService.class.getClassLoader(),
                new Class<?>[]{ManagedExecutorService.class}, (proxy, method, arguments) -> {
                    if (isFull) {
                        throw new RejectedExecutionException("full");
                    }
                    waiting.add((Runnable) arguments[0]);
                    return null;
                });
    }

    public Operations desk() {
        return operations;
    }

    /** This person begins one, about no mail. */
    public void begin(String person) throws Exception {
        new Caller(person, Role.OPERATOR)
                .does(() -> operations.begin(new ParkedAct.Drop(), new Selection.These(List.of()), person));
    }

    /** {@return what they are about} */
    ManyParked parked() {
        return parked;
    }

    AuditInMemory audit() {
        return audit;
    }

    /** Whoever began one may do so no more. */
    void isForbidden() {
        isAllowed = false;
    }

    /** Whether there is no thread for any more of them. */
    public void isFull(boolean now) {
        isFull = now;
    }

    /** The first of those that wait goes on to its end. */
    public void goesOn() {
        waiting.remove().run();
    }

    /** All that wait go on to their end. */
    void allGoOn() {
        while (!waiting.isEmpty()) {
            goesOn();
        }
    }
}
