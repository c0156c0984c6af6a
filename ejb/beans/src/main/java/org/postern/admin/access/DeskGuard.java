package org.postern.admin.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Lets nobody do at a desk what is not for their role, and keeps who did what. */
@Desk
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class DeskGuard {
    private static final String OPTIONAL_TEXT = "java.util.Optional<java.lang.String>";

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
                        method.getDeclaringClass().getSimpleName() + "." + method.getName() + " is for "
                                + needed.word() + ", not for "
                                + Caller.current().map(Caller::toString).orElse("nobody")));
        return acts.isEmpty() || Act.isGoingOn() ? call.proceed() : act(call, acts.get(), caller);
    }

    private Object act(InvocationContext call, Acts acts, Caller caller) throws Exception {
        Callable<Act.Told<Object>> doing = () -> Act.of(thing(call), call::proceed);
        if (acts.atOnce()) {
            return log.together(doing, told -> line(told, call.getMethod(), acts, caller)).result();
        }
        Act.Told<Object> told = doing.call();
        line(told, call.getMethod(), acts, caller).ifPresent(log::write);
        return told.result();
    }

    private static String thing(InvocationContext call) {
        return Stream.ofNullable(call.getParameters())
                .flatMap(Stream::of)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    private Optional<AuditLine> line(Act.Told<Object> told, Method method, Acts acts, Caller caller) {
        return isDone(Optional.ofNullable(told.result()), method.getGenericReturnType().getTypeName())
                ? Optional.of(new AuditLine(0, clock.instant(), caller.name(), caller.role(), acts.as(), told.thing(),
                        told.before(), told.after()))
                : Optional.empty();
    }

    /** The result is empty where the method gives back nothing. */
    private static boolean isDone(Optional<Object> result, String type) {
        return result.map(one -> switch (one) {
            case Optional<?> said -> said.isPresent() != type.equals(OPTIONAL_TEXT);
            case Boolean done -> done;
            case Integer many -> many > 0;
            default -> true;
        }).orElse(true);
    }
}
