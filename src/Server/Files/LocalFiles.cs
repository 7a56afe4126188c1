using ClickUpMcp.Errors;
using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Files;

/// <summary>The files of this machine that tools may use: those below the allowed folders.</summary>
/// <remarks>
/// What counts is where the opened handle's file is, as the system says it: a link that is put into the path between a look and the opening
/// leads to a handle that is closed unread.
/// </remarks>
internal sealed class LocalFiles(FileAccessOptions options)
{
    private readonly SecretNames _secrets = new(options.Denied, options.Allowed);
    private string[]? _roots;

    /// <summary>Called between the check of a path and its opening, so that a test can change what the path means.</summary>
    public Action? BeforeOpen { private get; init; }

    private string[] Roots => _roots ??= [.. options.Roots.Select(RealPath.OfFolder).OfType<string>()];

    /// <summary>Opens a file for reading; who uses it disposes of it.</summary>
    /// <param name="path">A rooted path, or one below the only allowed folder.</param>
    /// <exception cref="ActionableException">It is not to be read, or cannot be.</exception>
    public LocalFile OpenRead(string path)
    {
        if (Roots.Length == 0)
        {
            throw LocalFileErrors.NoRoots();
        }

        SafeFileHandle? handle = null;
        try
        {
            string real = Allow(RealPath.Of(Rooted(path)));
            Check(real);
            BeforeOpen?.Invoke();
            handle = File.OpenHandle(
                real,
                FileMode.Open,
                System.IO.FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                FileOptions.Asynchronous
            );
            string opened = Allow(HandlePath.Of(handle));
            // Pipes, devices and sockets have no length, or cannot say it.
            long length = RandomAccess.GetLength(handle);
            return length == 0 ? throw LocalFileErrors.Empty()
                : length > options.MaxBytes ? throw FileErrors.TooLarge(options.MaxBytes)
                : new LocalFile(handle, Path.GetFileName(opened), length);
        }
        catch (ActionableException)
        {
            handle?.Dispose();
            throw;
        }
        catch (Exception e) when (RealPath.IsOfFileSystem(e))
        {
            handle?.Dispose();
            throw LocalFileErrors.Unreadable(e);
        }
    }

    private string Rooted(string path) =>
        !PathText.IsPlain(path) ? throw LocalFileErrors.NotPlain()
        : Path.IsPathFullyQualified(path) ? path
        : Path.IsPathRooted(path) || Roots.Length > 1 ? throw LocalFileErrors.NotRooted()
        : Path.Join(Roots[0], path);

    /// <summary>The path itself when it is below a root and holds no secret by its name.</summary>
    private string Allow(string? real)
    {
        string? below = real is null
            ? null
            : Roots.Select(root => RealPath.Below(real, root)).FirstOrDefault(static found => found is not null);
        return below is null ? throw LocalFileErrors.Outside()
            : _secrets.Refuse(below) ? throw LocalFileErrors.Secret()
            : real!;
    }

    // Before it is opened: a pipe would be waited for, and to open a device may already do something.
    private static void Check(string path)
    {
        if (Directory.Exists(path))
        {
            throw LocalFileErrors.Folder();
        }

        FileInfo file = new(path);
        if (file.Exists && file.Length == 0)
        {
            throw LocalFileErrors.Empty();
        }
    }
}
