using System.Net;

namespace ClickUpMcp.Api;

/// <summary>Refuses what the call that a request is sent for may not send, whatever its tool says of itself; of a dry run, sends no write; notes the others.</summary>
/// <param name="dialect">Says which operations only read although their method is not GET.</param>
/// <param name="alone">What may be sent for no call.</param>
/// <param name="inner">Sends the rest.</param>
internal sealed class PermissionHandler(UpstreamDialect dialect, CallPermission alone, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    /// <exception cref="ClickUpApiException">The call may not send it.</exception>
    /// <exception cref="ClickUpMcp.Errors.ActionableException">Its session has sent all that it may.</exception>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        SendContext context = SendContext.Of(request);
        if (request.Method == HttpMethod.Get)
        {
            context.Sending(changes: false);
            return base.SendAsync(request, cancellationToken);
        }

        string operation = context.Request.Operation;
        bool changes = !dialect.Reads.Contains(operation);
        if (!(context.Permission ?? alone).Allows(operation, changes))
        {
            return Task.FromException<HttpResponseMessage>(UpstreamRefusals.NotPermitted());
        }

        if (changes && context.Rehearsal is { } rehearsal)
        {
            return RehearseAsync(rehearsal, context.Request, cancellationToken);
        }

        context.Sending(changes);
        return changes && context.Journal is { } journal
            ? JournalAsync(journal, request, context.Request, cancellationToken)
            : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> JournalAsync(
        IWriteJournal journal,
        HttpRequestMessage message,
        ClickUpRequest request,
        CancellationToken cancellationToken
    )
    {
        object? before = await journal.BeforeAsync(request, cancellationToken);
        HttpResponseMessage response = await base.SendAsync(message, cancellationToken);
        ReadOnlyMemory<byte> body = ((BufferedContent)response.Content).Bytes;
        // A channel that was there before was not made, and so on.
        bool isMade = request.Existing is null || response.StatusCode != HttpStatusCode.OK;
        if (isMade && response.IsSuccessStatusCode && !ApiErrorBody.IsError(body.Span, dialect))
        {
            journal.After(request, before, body);
        }

        return response;
    }

    private static async Task<HttpResponseMessage> RehearseAsync(
        IRehearsal rehearsal,
        ClickUpRequest request,
        CancellationToken cancellationToken
    ) =>
        new(HttpStatusCode.OK) { Content = new BufferedContent(await rehearsal.TakeAsync(request, cancellationToken)) };
}
