using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting.Telemetry;

/// <summary>Says once when a signal does not reach the collector, and once when it does again.</summary>
internal sealed class CollectorHandler(string signal, ILogger logger, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private bool _isDown;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Note(base.Send(request, cancellationToken));
        }
        catch
        {
            NoteDown();
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Note(await base.SendAsync(request, cancellationToken));
        }
        catch
        {
            NoteDown();
            throw;
        }
    }

    private HttpResponseMessage Note(HttpResponseMessage reply)
    {
        if (!reply.IsSuccessStatusCode)
        {
            NoteDown();
        }
        else if (_isDown)
        {
            _isDown = false;
            logger.LogWarning("{Signal} reach the collector again", signal);
        }

        return reply;
    }

    private void NoteDown()
    {
        if (!_isDown)
        {
            _isDown = true;
            logger.LogWarning("{Signal} do not reach the collector; requests are served all the same", signal);
        }
    }
}
