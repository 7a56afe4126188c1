using System.Diagnostics;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>A server process and its two pipes, read on the calling thread so that the client adds little of its own.</summary>
internal sealed class ServerPipe : IDisposable
{
    private readonly Process _process;
    private readonly Stream _output;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    public ServerPipe(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        ChildEnvironment.Apply(start.Environment, environment);
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.BaseStream;
    }

    public int ProcessId => _process.Id;

    /// <summary>What all its threads have spent on a core so far.</summary>
    public TimeSpan ProcessorTime => ProcessorClock.Of(ProcessId);

    /// <param name="line">One message, with its line end.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        var input = _process.StandardInput.BaseStream;
        input.Write(line);
        input.Flush();
    }

    /// <summary>The next line, without its end; valid until the next call.</summary>
    public ReadOnlySpan<byte> ReadLine()
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsSpan(_start, searched + at);
                _start += searched + at + 1;
                return line;
            }

            searched = _end - _start;
            MakeRoom();
            var read = _output.Read(_buffer, _end, _buffer.Length - _end);
            _end += read > 0 ? read : throw new InvalidOperationException("The server ended.");
        }
    }

    /// <summary>Ends the server's input and waits for it to go.</summary>
    public int Close()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
