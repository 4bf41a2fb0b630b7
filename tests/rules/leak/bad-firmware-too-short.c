// The firmware is too short, and is kept. Prototypes as in the kernel's headers.
struct device;
struct firmware {
    unsigned long size;
    const unsigned char *data;
};
int request_firmware(const struct firmware **firmware, const char *name, struct device *device);
void release_firmware(const struct firmware *firmware);
int upload(const unsigned char *data, unsigned long n);

int load(struct device *d)
{
    const struct firmware *fw;
    int error = request_firmware(&fw, "card.bin", d);
    if (error)
        return error;
    if (fw->size < 16)
        return -22; //~ leak
    error = upload(fw->data, fw->size);
    release_firmware(fw);
    return error;
}
