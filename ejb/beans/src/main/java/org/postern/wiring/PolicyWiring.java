package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.bounce.Conversations;
import org.postern.bounce.ForwardPaths;
import org.postern.bounce.ReplyAddresses;
import org.postern.bounce.ReplySettings;
import org.postern.bounce.ReturnKeys;
import org.postern.bounce.ReturnPaths;
import org.postern.bounce.ReturnSenders;
import org.postern.bounce.ReturnSettings;
import org.postern.config.GatewayName;
import org.postern.config.Settings;
import org.postern.config.SmtpSettings;
import org.postern.config.Strictness;
import org.postern.config.file.Configuration;
import org.postern.dns.ClientName;
import org.postern.dns.ClientNames;
import org.postern.dns.MailDns;
import org.postern.dns.Memory;
import org.postern.dns.Temporary;
import org.postern.event.EventSource;
import org.postern.event.Sought;
import org.postern.limit.Counters;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.network.Networks;
import org.postern.policy.Confidence;
import org.postern.policy.Filter;
import org.postern.policy.FilterChain;
import org.postern.policy.check.AuthenticationFilter;
import org.postern.policy.check.ConversationFilter;
import org.postern.policy.check.HeloNameFilter;
import org.postern.policy.check.LmtpFilter;
import org.postern.policy.check.LoopFilter;
import org.postern.policy.check.PolicySettings;
import org.postern.policy.check.RateFilter;
import org.postern.policy.check.RateSettings;
import org.postern.policy.check.Rates;
import org.postern.policy.check.RecipientFilter;
import org.postern.policy.check.RelayFilter;
import org.postern.policy.check.ReturnFilter;
import org.postern.policy.check.ReverseLookupFilter;
import org.postern.policy.check.SenderFilter;
import org.postern.policy.check.SizeFilter;
import org.postern.policy.check.UnreadFilter;
import org.postern.policy.check.Verification;
import org.postern.policy.question.Applications;
import org.postern.policy.question.QuestionFilter;
import org.postern.queue.Dispatch;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.WaitingMail;
import org.postern.routing.LiveRouting;
import org.postern.routing.Router;
import org.postern.routing.RoutingSettings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What may pass, and where it goes. */
@ApplicationScoped
public class PolicyWiring {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration BRIEFLY = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 10_000;

    /** The rules, in the order in which they are asked. To go without one, delete its line. */
    @Produces
    @Singleton
    FilterChain filters(Settings settings, LiveRouting routes, Networks trusted, ClientNames names,
            ReturnPaths returns, ReplyAddresses replies, Router router, WaitingMail waiting, MailDns dns,
            InstantSource clock,
            Counters counters, Configuration configuration, Applications applications) {
        List<Filter> filters = new ArrayList<>();
        filters.add(new RateFilter(() -> rates(settings), trusted, counters));
        filters.add(new LmtpFilter(routes, trusted));
        filters.add(new ReverseLookupFilter(settings.get(PolicySettings.REVERSE_LOOKUP), names));
        filters.add(
                new HeloNameFilter(settings.get(PolicySettings.HELO_NAME), trusted, dns,
                        memory(clock, Temporary.class)));
        filters.add(new AuthenticationFilter());
        if (settings.get(PolicySettings.CHECK_USER_SENDER)) {
            filters.add(new SenderFilter());
        }
        filters.add(new SizeFilter(settings.get(SmtpSettings.MESSAGE_SIZE_LIMIT)));
        filters.add(new ReturnFilter(returns));
        filters.add(new ConversationFilter(replies));
        Predicate<Mailbox> ours = mailbox -> returns.isReturn(mailbox) || replies.isOne(mailbox);
        filters.add(new RelayFilter(routes, trusted, ours));
        filters.add(new RecipientFilter(routes, ours));
        filters.add(new UnreadFilter(router::isUnread, mailbox -> unread(waiting, mailbox), clock));
        filters.add(new LoopFilter(() -> settings.get(PolicySettings.RECEIVED_LIMIT)));
        if (!configuration.questions().isEmpty()) {
            filters.add(new QuestionFilter(configuration.questions(), applications, clock));
        }
        return new FilterChain(filters,
                (filter, failure) -> WiringLog.LOG.filterFailed(filter.getClass().getSimpleName(), failure));
    }

    private static long unread(WaitingMail waiting, Mailbox mailbox) {
        return waiting.count(ParkedFilter.everything()
                .waitingFor(ParkedMessage.Reason.DEFERRED)
                .by(new Sought.Address(mailbox.toString())), UnreadFilter.MOST);
    }

    private static Rates rates(Settings settings) {
        return new Rates(settings.get(RateSettings.CONNECTIONS), settings.get(RateSettings.COMMANDS),
                settings.get(RateSettings.MESSAGES), settings.get(RateSettings.USER_MESSAGES),
                settings.get(RateSettings.RECIPIENTS), settings.get(RateSettings.USER_RECIPIENTS));
    }

    @Produces
    @Singleton
    ReturnPaths returns(Settings settings, GatewayName name, ReturnKeys keys, ReturnSenders senders,
            Forwards forwards, InstantSource clock) {
        Domain domain = settings.get(ReturnSettings.DOMAIN).map(Domain::new).orElse(name.domain());
        return new ReturnPaths(new ReturnPaths.Settings(domain, settings.get(ReturnSettings.SENDERS),
                settings.get(ReturnSettings.LIFETIME)), keys, senders, forwards.paths(), clock);
    }

    @Produces
    @Singleton
    ReplyAddresses replies(Settings settings, ReturnKeys keys, Conversations conversations, InstantSource clock) {
        return new ReplyAddresses(settings.get(ReplySettings.DOMAIN).map(Domain::new), keys, conversations, clock);
    }

    /** Empty where none are wanted. */
    record Forwards(Optional<ForwardPaths> paths) {}

    @Produces
    @Singleton
    Forwards forwards(Settings settings, ReturnKeys keys, InstantSource clock) {
        return new Forwards(settings.get(ReturnSettings.SRS_DOMAIN)
                .map(domain -> new ForwardPaths(new Domain(domain), keys, clock)));
    }

    @Produces
    @Singleton
    Networks trusted(Settings settings) {
        return new Networks(settings.get(PolicySettings.TRUSTED));
    }

    @Produces
    @Singleton
    Confidence confidence(Networks trusted) {
        return new Confidence(trusted);
    }

    @Produces
    @Singleton
    Verification verification(LiveRouting routes, Confidence confidence) {
        return new Verification(routes, confidence);
    }

    @Produces
    @Singleton
    ClientNames clientNames(Settings settings, Networks trusted, MailDns dns, InstantSource clock) {
        boolean off = settings.get(PolicySettings.REVERSE_LOOKUP) == Strictness.OFF;
        return new ClientNames(dns, client -> !off && !trusted.contains(client),
                memory(clock, ClientName.Unknown.class));
    }

    /** What the DNS did not say is asked again soon. */
    private static <K, V> Memory<K, V> memory(InstantSource clock, Class<? extends V> unknown) {
        return new Memory<>(clock, answer -> unknown.isInstance(answer) ? BRIEFLY : REMEMBERED, MOST_REMEMBERED);
    }

    @Produces
    @Singleton
    Router router(LiveRouting routes, GatewayName name, Settings settings, Forwards forwards) {
        return new Router(routes, name.domain(), settings.get(RoutingSettings.POSTMASTER),
                forwards.paths().map(paths -> paths::of));
    }

    @Produces
    @Singleton
    Dispatch dispatch(Router router, EventSource events) {
        return new Dispatch(router, events);
    }
}
