using System.Buffers;
using ClickUpMcp.Tools.Runtime;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport;

/// <summary>One <c>tools/call</c> on its way through the thread pool, from the copied arguments to the written answer.</summary>
internal sealed class ToolCall : IThreadPoolWorkItem
{
    private readonly ToolCallServices _services;
    private readonly InFlightRequest _request;
    private readonly string _name;
    private readonly byte[] _arguments;
    private readonly int _argumentsLength;
    private readonly ProgressReporter? _progress;
    private readonly bool _isModern;
    private readonly bool _knowsStructured;

    /// <summary>Copies what the call needs out of the line, which the reader will overwrite.</summary>
    public ToolCall(
        ToolCallServices services,
        InFlightRequest request,
        ReadOnlySpan<byte> line,
        in RequestParameters parameters,
        bool isModern,
        bool knowsStructured
    )
    {
        ReadOnlySpan<byte> arguments = line[parameters.Arguments];
        if (arguments.IsEmpty)
        {
            arguments = "{}"u8;
        }

        _services = services;
        _request = request;
        _name = parameters.Name!;
        _arguments = ArrayPool<byte>.Shared.Rent(arguments.Length);
        _argumentsLength = arguments.Length;
        arguments.CopyTo(_arguments);
        ReadOnlySpan<byte> token = line[parameters.ProgressToken];
        _progress = token.IsEmpty ? null : new ProgressReporter(token.ToArray(), services.Writer);
        _isModern = isModern;
        _knowsStructured = knowsStructured;
    }

    public void Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        try
        {
            ToolGatewayResult result = await _services.Gateway.Value.CallAsync(
                _name,
                _arguments.AsMemory(0, _argumentsLength),
                (IProgressReporter?)_progress ?? NoProgress.Instance,
                _request.Cancellation!.Token
            );
            Answer(result);
        }
        // The client does not wait for an answer any more, or the server is about to end.
        catch (OperationCanceledException) when (_request.Cancellation!.IsCancellationRequested) { }
#pragma warning disable CA1031 // The last line of defence: one call's bug must not end the server.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Logger.LogError("A tool call failed with {Exception}", e.GetType().Name);
            Answer(null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_arguments);
            _services.InFlight.Claim(_request);
            _services.InFlight.CallEnded();
        }
    }

    /// <summary>Writes the answer, unless the request was cancelled; null stands for a bug of ours.</summary>
    private void Answer(ToolGatewayResult? result)
    {
        _progress?.End();
        if (!_services.InFlight.Claim(_request))
        {
            return;
        }

        using var buffer = new MessageBuffer();
        Answers.CallEnded(buffer, _request.Id, result, _isModern ? _services.Identity : null, _knowsStructured);
        _services.Writer.Write(buffer.Written);
    }
}
