using ClickUpMcp.Errors;

namespace ClickUpMcp.Files;

/// <summary>The folder of this machine that files are saved in; nothing in it is ever changed or overwritten.</summary>
/// <remarks>
/// What counts is where the new file is, as the system says it of the opened file: a link that is put into the path between a look and the
/// opening leads to an empty file, which is removed.
/// </remarks>
internal sealed class DownloadFolder(FileAccessOptions options)
{
    private const int MostNames = 100;

    private readonly SecretNames _secrets = new(options.Denied, options.Allowed);

    /// <summary>Called between the check of a folder and the making of a file, so that a test can change what the path means.</summary>
    public Action? BeforeOpen { private get; init; }

    /// <summary>Makes a new, empty file; who fills it disposes of it.</summary>
    /// <param name="folder">The path of a folder, rooted or below the download folder; <c>.</c> for that itself.</param>
    /// <param name="title">What the file is called, as others wrote it.</param>
    /// <exception cref="ActionableException">The folder is not to be written to, or cannot be.</exception>
    public NewFile Create(string folder, string title)
    {
        try
        {
            string root =
                RealPath.OfFolder(options.DownloadRoot) is { } there && Directory.Exists(there)
                    ? there
                    : throw DownloadErrors.NoFolder();
            string real = Allow(folder, root);
            BeforeOpen?.Invoke();
            string name = SafeFileName.Of(title);
            for (int number = 0; number < MostNames; number++)
            {
                string path = Path.Join(real, number == 0 ? name : SafeFileName.Numbered(name, number));
                if (NewFile.TryCreate(path) is { } file)
                {
                    return Checked(file, root);
                }
            }
        }
        catch (Exception e) when (RealPath.IsOfFileSystem(e))
        {
            throw DownloadErrors.Unwritable();
        }

        throw DownloadErrors.Taken();
    }

    private NewFile Checked(NewFile file, string root)
    {
        if (file.Place is { } place && RealPath.Below(place, root) is { } below && !IsSecretFolder(below))
        {
            return file;
        }

        file.Dispose();
        throw DownloadErrors.Outside();
    }

    private string Allow(string folder, string root)
    {
        string path = folder.Length > 1 && folder[^1] is '/' or '\\' ? folder[..^1] : folder;
        if (path != "." && !PathText.IsPlain(path))
        {
            throw DownloadErrors.NotPlain();
        }

        string? real =
            path == "." ? root
            : Path.IsPathFullyQualified(path) ? RealPath.Of(path)
            : Path.IsPathRooted(path) ? throw DownloadErrors.NotPlain()
            : RealPath.Of(Path.Join(root, path));
        if (real is null || (!string.Equals(real, root, RealPath.Comparison) && RealPath.Below(real, root) is null))
        {
            throw DownloadErrors.Outside();
        }

        return RealPath.Below(real, root) is { } below && _secrets.Refuse(below) ? throw DownloadErrors.Secret()
            : Directory.Exists(real) ? real
            : throw DownloadErrors.Missing();
    }

    private bool IsSecretFolder(string below) =>
        Path.GetDirectoryName(below) is { Length: > 0 } folder && _secrets.Refuse(folder);
}
