using System.Text;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Transport.Http;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting;

/// <summary>The policy file: its rules hold, and are read again when the file changes; a broken file leaves the earlier ones.</summary>
internal sealed class PolicyFile
{
    /// <summary>Who calls over stdio or at the command line.</summary>
    public const string Local = "local";

    /// <summary>Who calls over HTTP where nobody authenticates.</summary>
    public const string Anonymous = "anonymous";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private PolicyRules _rules;
    private DateTime _written;
    private long _looked;

    /// <exception cref="SettingFileException">It cannot be read.</exception>
    /// <exception cref="OptionsException">Something in it is wrong.</exception>
    public PolicyFile(string path)
    {
        Path = path;
        _written = WrittenAt();
        _looked = Time.GetTimestamp();
        _rules = Read();
    }

    public string Path { get; }

    /// <summary>The clock of hours, and of looking at the file.</summary>
    public TimeProvider Time
    {
        get;
        set => (field, _looked) = (value, value.GetTimestamp());
    } = TimeProvider.System;

    /// <summary>Takes that the file was read again: null, or what is wrong with it.</summary>
    public Action<string?>? OnReload { get; set; }

    /// <summary>What is wrong with the file as it is now; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>The rules in force.</summary>
    public PolicyRules Rules
    {
        get
        {
            if (Time.GetElapsedTime(Volatile.Read(ref _looked)) >= LookEvery)
            {
                Volatile.Write(ref _looked, Time.GetTimestamp());
                if (WrittenAt() != _written)
                {
                    Reload();
                }
            }

            return Volatile.Read(ref _rules);
        }
    }

    /// <summary>The same tools, as far as the rules leave them to one who calls.</summary>
    public IToolSelection Narrow(IToolSelection selection, string who) =>
        new RuledSelection(selection, who, () => Rules, Time);

    /// <summary>What rules call a principal; none that comes in over HTTP is <see cref="Local"/>.</summary>
    public static string NameOf(Principal principal) =>
        principal.Name is { Length: > 0 } name ? (name is Local or Anonymous ? $"{name} over HTTP" : name) : Anonymous;

    /// <summary>Says that a file was read again.</summary>
    public static void Log(ILogger logger, string? problem)
    {
        if (problem is null)
        {
            logger.LogInformation("The policy file was read again");
        }
        else
        {
            logger.LogError("The earlier policy still holds: {Problem}", problem.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Reads the file again.</summary>
    public void Reload()
    {
        lock (_lock)
        {
            _written = WrittenAt();
            try
            {
                Volatile.Write(ref _rules, Read());
                Problem = null;
            }
            catch (Exception e) when (e is OptionsException or SettingFileException)
            {
                Problem = e is SettingFileException ? $"The policy file must be {e.Message}." : e.Message;
            }
        }

        OnReload?.Invoke(Problem);
    }

    private PolicyRules Read()
    {
        string text = SettingFile.ReadText(Path, out _);
        try
        {
            return new PolicyReader(EmittedCatalog.Instance).Read(Encoding.UTF8.GetBytes(text));
        }
        catch (FormatException e)
        {
            throw new OptionsException(
                $"The policy file {Path} cannot be used: {e.Message.Replace("\n", "; ", StringComparison.Ordinal)}"
            );
        }
    }

    private DateTime WrittenAt()
    {
        try
        {
            return File.GetLastWriteTimeUtc(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DateTime.MinValue;
        }
    }
}
