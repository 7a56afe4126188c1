using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ClickUpMcp.Driver;

/// <summary>A child process whose output lines are collected, and which does not outlive this object.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> _waiters = [];
    private readonly List<string> _lines = [];
    private readonly Action<string>? _onOutput;
    private readonly Task _pumps;

    private ChildProcess(Process process, Action<string>? onOutput)
    {
        _process = process;
        _onOutput = onOutput;
        _pumps = Task.WhenAll(
            PumpAsync(process.StandardOutput, _output, isOutput: true),
            PumpAsync(process.StandardError, _errors, isOutput: false)
        );
    }

    public int Id => _process.Id;

    /// <summary>Completes when both output streams have ended.</summary>
    public Task Ended => _pumps;

    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Everything written to stdout so far.</summary>
    public string Output => Read(_output);

    /// <summary>Everything written to stderr so far.</summary>
    public string Errors => Read(_errors);

    /// <param name="file">Program to start, found on PATH when it has no folder.</param>
    /// <param name="arguments">Its arguments, passed without a shell.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null. Every inherited
    /// variable that configures the server is removed first: a developer's own key must not reach a test.</param>
    /// <param name="folder">Working folder; the repository root by default.</param>
    /// <param name="onOutput">Called with each line of stdout.</param>
    public static ChildProcess Start(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? folder = null,
        Action<string>? onOutput = null
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        ChildEnvironment.Apply(start.Environment, environment);
        try
        {
            return new ChildProcess(Process.Start(start)!, onOutput);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"Cannot start {file}: {e.Message}", e);
        }
    }

    /// <summary>Runs a program to its end and returns what it said.</summary>
    public static async Task<CompletedProcess> RunAsync(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? folder = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var child = Start(file, arguments, environment, folder);
        child.CloseInput();
        var exitCode = await child.WaitForExitAsync(cancellationToken);
        return new CompletedProcess(exitCode, child.Output, child.Errors);
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Waits for the process to end and its output to be read to the end.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _pumps.WaitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits for a line on stdout or stderr, past lines included; fails when the process ends without it.</summary>
    public Task<string> WaitForLineAsync(Func<string, bool> matches, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_lines.Find(line => matches(line)) is { } past)
            {
                return Task.FromResult(past);
            }

            _waiters.Add((matches, found));
        }

        _ = FailAtEndAsync(found);
        return found.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }

        await _pumps;
        _process.Dispose();
    }

    private async Task FailAtEndAsync(TaskCompletionSource<string> found)
    {
        await _pumps;
        found.TrySetException(new InvalidOperationException($"The process ended early.\n{Output}\n{Errors}"));
    }

    private async Task PumpAsync(StreamReader reader, StringBuilder into, bool isOutput)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                into.Append(line).Append('\n');
                _lines.Add(line);
                foreach (var waiter in _waiters.Where(waiter => waiter.Matches(line)))
                {
                    waiter.Found.TrySetResult(line);
                }
            }

            if (isOutput)
            {
                _onOutput?.Invoke(line);
            }
        }
    }

    private string Read(StringBuilder text)
    {
        lock (_gate)
        {
            return text.ToString();
        }
    }
}
