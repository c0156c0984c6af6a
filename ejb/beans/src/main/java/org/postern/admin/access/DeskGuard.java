package org.postern.admin.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.postern.limit.BusyException;
import org.postern.sentence.Sentence;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets nobody do at a desk what is not for their role, and keeps who did what. */
@Desk
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class DeskGuard {
    static final String BEGUN = Sentence.form("auditAnyBegun", "begun; what came of it is not known").with().toString();
    /** What this holds says what was wrong. */
    private static final String SAYING = Optional.class.getName() + "<" + Sentence.class.getName() + ">";

    private final AuditLog log;
    private final InstantSource clock;

    @Inject
    DeskGuard(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        if (!Modifier.isPublic(method.getModifiers())) {
            return call.proceed();
        }
        Optional<Looks> looks = Optional.ofNullable(method.getAnnotation(Looks.class));
        Optional<Acts> acts = Optional.ofNullable(method.getAnnotation(Acts.class));
        Role needed = looks.map(Looks::value)
                .or(() -> acts.map(Acts::value))
                .orElseThrow(() -> new NotAllowedException(method + " does not say who may call it"));
        Caller caller = Caller.current()
                .filter(one -> one.role().covers(needed))
                .orElseThrow(() -> new NotAllowedException(
                        name(method) + " is for "
                                + needed.word() + ", not for "
                                + Caller.current().map(Caller::toString).orElse("nobody")));
        if (!caller.domains().isAll() && looks.filter(Looks::ofDomains).isEmpty()
                && acts.filter(Acts::ofDomains).isEmpty()) {
            throw new NotAllowedException(name(method) + " is for all domains at once, not for " + caller);
        }
        if (caller.token().isPresent() && acts.filter(Acts::byPeople).isPresent()) {
            throw new NotAllowedException(name(method) + " is not for programs, such as " + caller.name());
        }
        return acts.filter(one -> !one.writesItself() && (one.atOnce() || !Act.isGoingOn())).isEmpty()
                ? call.proceed()
                : act(call, acts.get(), caller);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private Object act(InvocationContext call, Acts acts, Caller caller) throws Exception {
        String thing = thing(call);
        Act act = new Act(thing);
        AuditLine begun = new AuditLine(0, clock.instant(), caller.name(), caller.role(), acts.as(), thing, "", BEGUN);
        return acts.atOnce()
                ? log.together(() -> act.does(call::proceed), result -> line(act, begun, result, call.getMethod()))
                : act(call, act, begun);
    }

    private Object act(InvocationContext call, Act act, AuditLine begun) throws Exception {
        long key = log.begin(begun);
        Object result;
        try {
            result = act.does(call::proceed);
        } catch (Exception e) {
            if (act.said().isPresent() || isRefusal(e)) {
                end(key, act.said().filter(done -> done).map(done -> act.told(begun)), begun);
            }
            throw e;
        }
        end(key, line(act, begun, result, call.getMethod()), begun);
        return result;
    }

    /** {@return whether it is said thereby that nothing was done} What else is thrown leaves it open. */
    private static boolean isRefusal(Exception e) {
        return !(e instanceof RuntimeException) || e instanceof IllegalArgumentException
                || e instanceof NotAllowedException || e instanceof BusyException;
    }

    /** What is done is done, also where that cannot be written any more. */
    private void end(long key, Optional<Told> told, AuditLine begun) {
        try {
            log.end(key, told);
        } catch (RuntimeException e) {
            AccessLog.LOG.leftOpen(begun.person(), begun.act(),
                    told.map(Told::line).map(AuditLine::thing).orElse("nothing"),
                    String.valueOf(e.getMessage()));
        }
    }

    private static String thing(InvocationContext call) {
        return Stream.ofNullable(call.getParameters())
                .flatMap(Stream::of)
                .limit(1)
                .filter(one -> one instanceof CharSequence || one instanceof Number || one instanceof Enum
                        || one instanceof Record)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static Optional<Told> line(Act act, AuditLine begun, Object result, Method method) {
        boolean done = act.said()
                .orElseGet(() -> isDone(Optional.ofNullable(result), method.getGenericReturnType().getTypeName()));
        return done ? Optional.of(act.told(begun)) : Optional.empty();
    }

    /** The result is empty where the method gives back nothing. */
    private static boolean isDone(Optional<Object> result, String type) {
        return result.map(one -> switch (one) {
            case Optional<?> said -> said.isPresent() != type.equals(SAYING);
            case Boolean done -> done;
            case Integer many -> many > 0;
            default -> true;
        }).orElse(true);
    }
}
